import { type RefObject, useEffect, useState } from "react";

const EVERY_MS = 25_000;
/** Nobody is taken to be there who has not touched the page for so long; and their session may end. */
const AWAKE_FOR_MS = 10 * 60_000;

/** Tells an address now and then, with the form's fields, that somebody looks at the page; gives its newest answer. */
export function useVisits<Answer>(form: RefObject<HTMLFormElement>, address: string, first: Answer): Answer {
  const [newest, setNewest] = useState(first);
  useEffect(() => {
    let touchedAt = Date.now();
    const touch = () => (touchedAt = Date.now());
    const visit = async () => {
      if (!form.current || document.visibilityState !== "visible" || Date.now() - touchedAt > AWAKE_FOR_MS) return;
      const body = new URLSearchParams();
      for (const name of ["csrf", "formKey", "version"])
        body.append(name, String(new FormData(form.current).get(name) ?? ""));
      try {
        const answer = await fetch(address, { method: "POST", body, redirect: "manual" });
        if (answer.ok) setNewest((await answer.json()) as Answer);
      } catch {
        // What was answered before stands until the service can be reached again.
      }
    };
    const timer = setInterval(() => void visit(), EVERY_MS);
    const events = ["input", "pointerdown", "keydown"] as const;
    for (const name of events) window.addEventListener(name, touch);
    return () => {
      clearInterval(timer);
      for (const name of events) window.removeEventListener(name, touch);
    };
  }, [form, address]);
  return newest;
}
