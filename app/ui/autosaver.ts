import type { Autosaved, AutosaveState } from "./autosaved";

const WAIT_MS = 1_500;
/** Somebody who types without a pause is saved all the same. */
const LONGEST_WAIT_MS = 10_000;
const RETRY_MS = 10_000;

/** How long the form's own sending may take before what was typed meanwhile is saved all the same. */
const SENT_MS = 5_000;

const post = (address: string, body: URLSearchParams): Promise<Response> =>
  fetch(address, {
    method: "POST",
    body,
    // What is on its way when the page is left must outlive it; browsers take no more than 64 kB of that.
    keepalive: body.toString().length < 60_000,
    redirect: "manual",
    headers: { Accept: "application/json" },
  });

/**
 * Saves a form while its writer types: a moment after the last key, at the latest ten seconds after the first, and when
 * the page is left. One save at a time, each with the form's version and its number in the form's fields `version` and
 * `nth`, so that the server can tell the form's next text from a second writer's. What could not be sent is tried again.
 */
export class Autosaver {
  readonly #form: HTMLFormElement;
  readonly #address: string;
  readonly #tell: (state: AutosaveState) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changedAt: number | null = null;
  #sending = false;
  /** The form itself is on its way. */
  #submitted = false;
  #problem = false;
  /** Kept here and written into the form's fields whenever it is sent: a page that is drawn anew takes them back. */
  readonly #fields: { version: string; nth: number };

  constructor(form: HTMLFormElement, { address, tell }: { address: string; tell: (state: AutosaveState) => void }) {
    this.#form = form;
    this.#address = address;
    this.#tell = tell;
    const { version, nth } = Object.fromEntries(new FormData(form));
    this.#fields = { version: String(version), nth: Number(nth) };
  }

  /** Begins to watch the form; returns what ends it. */
  begin(): () => void {
    this.#tell({ outcome: "idle" });
    const ends = new AbortController();
    const { signal } = ends;
    const { ownerDocument: page } = this.#form;
    this.#form.addEventListener("input", () => this.#noteChange(), { signal });
    this.#form.addEventListener("submit", () => this.#noteSubmit(), { signal });
    page.addEventListener("visibilitychange", () => void (page.visibilityState === "hidden" && this.#save(true)), {
      signal,
    });
    // Only where leaving would lose something: anything else is saved while the page goes.
    const hold = (event: Event) => void (this.#problem && !this.#submitted && event.preventDefault());
    page.defaultView?.addEventListener("beforeunload", hold, { signal });
    page.defaultView?.addEventListener("pageshow", () => (this.#submitted = false), { signal });
    return () => {
      clearTimeout(this.#timer);
      ends.abort();
    };
  }

  #noteChange(): void {
    const now = Date.now();
    this.#submitted = false;
    this.#changedAt ??= now;
    this.#saveIn(Math.max(0, Math.min(WAIT_MS, this.#changedAt + LONGEST_WAIT_MS - now)));
  }

  #noteSubmit(): void {
    this.#submitted = true;
    this.#number();
    clearTimeout(this.#timer);
    // Where a check in the browser held the form back, the page is still here.
    this.#timer = setTimeout(() => {
      this.#submitted = false;
      void this.#save(false);
    }, SENT_MS);
  }

  #saveIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(false), milliseconds);
  }

  /** Gives the form's next save its number and the version that it replaces. */
  #number(): void {
    this.#fields.nth += 1;
    for (const [name, value] of Object.entries(this.#fields)) {
      const field = this.#form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = String(value);
    }
  }

  async #save(leaving: boolean): Promise<void> {
    if (this.#submitted || this.#changedAt === null || (this.#sending && !leaving)) return;
    clearTimeout(this.#timer);
    const changedAt = this.#changedAt;
    this.#changedAt = null;
    this.#sending = true;
    this.#number();
    this.#tell({ outcome: "saving" });
    const state = await this.#sent();
    this.#sending = false;
    if (state.outcome === "saved") {
      this.#fields.version = String(state.version);
      // What was typed meanwhile waits for its own turn.
      if (this.#changedAt !== null) this.#saveIn(WAIT_MS);
    } else {
      this.#changedAt ??= changedAt;
      if (state.outcome === "offline") this.#saveIn(RETRY_MS);
    }
    this.#problem = state.outcome !== "saved";
    this.#tell(state);
  }

  async #sent(): Promise<AutosaveState> {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(this.#form)) if (typeof value === "string") body.append(name, value);
    try {
      const answer = await post(this.#address, body);
      if (answer.ok) return (await answer.json()) as Autosaved;
      // To the page that asks who one is, or with the token of a session that has ended.
      if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403)
        return { outcome: "signedOut" };
      if (answer.status < 500) return { outcome: "notSaved", reason: "You can no longer change this text" };
      return { outcome: "offline" };
    } catch {
      return { outcome: "offline" };
    }
  }
}
