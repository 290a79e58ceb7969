import "@remix-run/node";
import type { PersonActor } from "./actor";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** Who is signed in, or null. */
    actor: PersonActor | null;
    sessionHash: string | null;
    csrf: string;
    /** Marks our own scripts for the content security policy. */
    nonce: string;
    /** Stands on the page of an error and in its line of the log, so that one is found by the other. */
    requestId: string;
    address: string;
  }
}
