/** Why a version of Node ("18.2.0") cannot run the service, in one sentence that says what to do; null where it can. */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return `Node ${version} is too old: install Node 20.19 or later, then run the command again.`;
}
