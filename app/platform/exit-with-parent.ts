/**
 * Ends this process at once when the launcher that started it dies without a word (kill -9), so that no orphan keeps the
 * port or works the queue. Does nothing in a process that was started by hand, without a launcher.
 */
export function exitWithParent(): void {
  if (!process.channel) return;
  process.on("disconnect", () => process.exit(1));
  // Otherwise the open channel alone would keep a server alive that has closed everything else.
  process.channel.unref();
}
