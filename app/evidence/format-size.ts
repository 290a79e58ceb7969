const KB = 1024;

/** 340 → "340 bytes", 120000 → "117KB", 2500000 → "2.4MB". */
export function formatSize(bytes: number): string {
  if (bytes < KB) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  return bytes < KB * KB ? `${Math.round(bytes / KB)}KB` : `${(bytes / KB / KB).toFixed(1)}MB`;
}
