import { CannotStart, reasonOf } from "./launch/cannot-start";
import { startService } from "./launch/start-service";

async function run(options: string[]): Promise<number> {
  if (options.includes("--test")) {
    const { runTests } = await import("./launch/run-tests");
    return runTests();
  }
  if (options.includes("--validate")) {
    const { validate } = await import("./launch/validate");
    return (await validate(process.env)) ? 0 : 1;
  }
  return startService({ development: options.includes("--dev") });
}

/** Where start.mjs hands over to once the packages are installed. Any failure is one sentence and exit code 1. */
export async function launch(options: string[]): Promise<void> {
  try {
    process.exit(await run(options));
  } catch (error) {
    console.error(error instanceof CannotStart ? error.message : `The service could not start: ${reasonOf(error)}`);
    process.exit(1);
  }
}
