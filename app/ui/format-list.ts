const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** ["1", "2", "3"] → "1, 2 and 3". */
export const formatList = (items: readonly string[]): string => conjunction.format(items);
