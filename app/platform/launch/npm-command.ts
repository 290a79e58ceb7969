/** How to run npm with these arguments: the same npm that ran us, where one did. */
export function npmCommand(args: string[]): { command: string; args: string[]; shell: boolean } {
  const npm = process.env.npm_execpath;
  if (npm && /\.c?js$/.test(npm)) return { command: process.execPath, args: [npm, ...args], shell: false };
  return { command: "npm", args, shell: process.platform === "win32" };
}
