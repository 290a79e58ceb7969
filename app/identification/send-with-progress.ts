export type Sent = { bytes: number; total: number };

/**
 * Sends a form in the background and tells how much of it has gone. Resolves with the address of the page that the
 * answer leads to; rejects where the answer is not a page that came of it.
 */
export function sendWithProgress(form: HTMLFormElement, onProgress: (sent: Sent) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    // fetch cannot tell how much of a body has been sent.
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress({ bytes: loaded, total });
    });
    request.addEventListener("load", () =>
      request.status === 200 ? resolve(request.responseURL) : reject(new Error(`Answered ${request.status}`)),
    );
    request.addEventListener("error", () => reject(new Error("No answer")));
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
}
