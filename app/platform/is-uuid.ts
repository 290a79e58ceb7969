const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a part of an address can be the id of anything: what cannot is answered like what does not exist. */
export const isUuid = (text: string | undefined): text is string => text !== undefined && pattern.test(text);
