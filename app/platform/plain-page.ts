/** A page for the moments when no other can be made. Both texts are ours, never a visitor's. */
export const plainPage = (title: string, text: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="/plain.css">
    <title>${title} – School action plans</title>
  </head>
  <body>
    <header><a href="/">School action plans</a></header>
    <main>
      <h1>${title}</h1>
      <p>${text}</p>
      <p><a href="/">Go to your home page</a></p>
    </main>
  </body>
</html>
`;
