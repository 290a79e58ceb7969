const empty =
  /^(n\/?a|nil|none|nothing|unknown|not (yet )?(known|agreed|decided|funded|applicable)|tb[acd]|to (be|follow)( .*)?|no (funding|money|milestone)|£?0|[\W_]*)\.?$/i;

/** Whether an answer was typed that leaves the question open: "TBC", "none", "-". */
export const saysNothing = (text: string): boolean => empty.test(text.trim());
