const nowhere = "http://local.invalid";

/**
 * Where to go after signing in: an address of this service as path, query and fragment, or the home page. Browsers read
 * "//host", "/\host" and control characters as another site's address, so the address is judged as they would parse it.
 */
export function localPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, nowhere)) return "/";
  const { origin, pathname, search, hash } = new URL(wanted, nowhere);
  if (origin !== nowhere || pathname.startsWith("//") || /^\/sign-(in|out)(\/|$)/.test(pathname)) return "/";
  return pathname + search + hash;
}
