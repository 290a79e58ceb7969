import { type ReactNode, useEffect, useState } from "react";
import { ProgressBar } from "~/ui/progress-bar";

/** What a page that waits asks for: what is being done, in words and where it is known as a share, or that it is done. */
export type WorkState = { done: boolean; text: string; share?: number };

type AwaitWorkProps = {
  /** Where to ask, and where to go once it is done. */
  stateAt: string;
  doneAt: string;
  label: string;
  first: WorkState;
  children?: ReactNode;
};

const PAUSE = 700;

/**
 * Waits for the worker: asks again and again and moves on when it is done. Without scripts the link asks once more.
 */
export function AwaitWork({ stateAt, doneAt, label, first, children }: AwaitWorkProps) {
  const [state, setState] = useState(first);
  useEffect(() => {
    let timer: number | undefined;
    const ask = async () => {
      try {
        const answer = await fetch(stateAt, { headers: { Accept: "application/json" } });
        const next = answer.ok ? ((await answer.json()) as WorkState) : null;
        if (next?.done || answer.status === 404) return window.location.replace(doneAt);
        if (next) setState(next);
      } catch {
        // The service may be restarting: the next question may reach it.
      }
      timer = window.setTimeout(() => void ask(), PAUSE);
    };
    timer = window.setTimeout(() => void ask(), PAUSE);
    return () => window.clearTimeout(timer);
  }, [stateAt, doneAt]);
  return (
    <>
      <ProgressBar
        id="work"
        label={label}
        text={state.text}
        value={state.share === undefined ? undefined : Math.round(state.share * 100)}
      />
      {children}
      <p className="govuk-body">
        <a className="govuk-link" href={doneAt}>
          Check again
        </a>
      </p>
    </>
  );
}
