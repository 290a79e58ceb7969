/** What every PDF is sent with: kept by no cache, saved under a name that says nothing but the reference. */
export const pdfHeaders = (filename: string): Record<string, string> => ({
  "Content-Type": "application/pdf",
  "Content-Disposition": `attachment; filename="${filename}.pdf"`,
  "Cache-Control": "private, no-store",
  "X-Content-Type-Options": "nosniff",
});
