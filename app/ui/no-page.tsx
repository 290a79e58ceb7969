/**
 * The component of a route that only takes a form. It is never shown; but a route without one is answered without the
 * pages around it, and a refusal would reach the person as bare text.
 */
export const NoPage = () => null;
