import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { AnsweredWithErrors } from "~/ui/document-title";

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <AnsweredWithErrors.Provider value={document.title.startsWith("Error: ")}>
        <RemixBrowser />
      </AnsweredWithErrors.Provider>
    </StrictMode>,
  );
});
