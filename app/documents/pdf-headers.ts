/**
 * What every PDF is sent with beside what every answer has (`no-store`, `nosniff`): no shared cache may keep it, and its
 * name says nothing but the reference.
 */
export const pdfHeaders = (filename: string): Record<string, string> => ({
  "Content-Type": "application/pdf",
  "Content-Disposition": `attachment; filename="${filename}.pdf"`,
  "Cache-Control": "private",
});
