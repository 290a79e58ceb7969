import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { AnsweredWithErrors } from "~/ui/document-title";

/**
 * RemixBrowser suspends until it has read the page's data, and outside of any boundary: whoever clicks in that moment
 * makes React give up with "Root did not complete". Asked once before React is, it throws the promise to wait for.
 */
async function dataIsRead(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    await thrown;
  }
}

void dataIsRead().finally(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <AnsweredWithErrors.Provider value={document.title.startsWith("Error: ")}>
          <RemixBrowser />
        </AnsweredWithErrors.Provider>
      </StrictMode>,
    );
  }),
);
