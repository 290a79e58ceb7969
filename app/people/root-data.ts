/** What every page knows of the person and the installation. */
export type RootData = {
  account: { name: string; detail: string } | null;
  navigation: { text: string; href: string }[];
  csrf: string;
  mode: "demonstration" | "live";
  /** What the person has just done, told once. */
  notice: string | null;
};
