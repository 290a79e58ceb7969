import { runScript } from "./run-program";

// One lane for each of two cores: reading all files for their form takes as long as the two others together.
const lanes = [["lint"], ["types", "imports"]];

/** `npm run validate`: everything that needs no browser. Whether all went well; what failed has said so on the screen. */
export async function validate(env: NodeJS.ProcessEnv): Promise<boolean> {
  if (!(await runScript("generate", env))) return false;
  const checked = await Promise.all(
    lanes.map(async (names) => {
      let ok = true;
      for (const name of names) ok = (await runScript(name, env)) && ok;
      return ok;
    }),
  );
  return checked.every(Boolean) && runScript("unit", env);
}
