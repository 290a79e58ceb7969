/** Phrases that fit any plan and say nothing of this one, each with what to write instead. */
type EmptyPhrase = { pattern: string; suggestion: string };

const measured = "Say which result, of which pupils, from what to what, and by when.";
const done = "Say what is done, who does it and how often.";
const dated = "Give the date.";

export const emptyPhrases: readonly EmptyPhrase[] = [
  { pattern: "(?:rais|driv|improv|lift)(?:e|es|ing) (?:up )?standards", suggestion: measured },
  { pattern: "(?:improv(?:e|es|ing)|better|deliver(?:ing)?|driv(?:e|ing)) outcomes", suggestion: measured },
  {
    pattern: "(?:driv(?:e|es|ing) (?:forward|change|improvement)|step[- ]change|rais(?:e|es|ing) the bar)",
    suggestion: measured,
  },
  {
    pattern:
      "(?:rais(?:e|es|ing) aspirations|(?:their )?full potential|maximis(?:e|es|ing) (?:potential|impact|progress))",
    suggestion: measured,
  },
  { pattern: "(?:going|moving) forwards?", suggestion: "Leave it out, or give the date." },
  { pattern: "robust(?:ly)?", suggestion: "Say what makes it so: what is checked, how often and by whom." },
  { pattern: "(?:drill(?:s|ing)? down|deep[- ]dives?)", suggestion: "Say what is looked at, by whom and when." },
  {
    pattern: "(?:as|where|if|when) (?:and when )?(?:appropriate|necessary|required)",
    suggestion: "Say when it is done, and who decides.",
  },
  { pattern: "appropriate (?:action|steps|measures|support|interventions?)", suggestion: done },
  {
    pattern:
      "(?:in due course|as soon as possible|asap|in the near future|at the earliest opportunity|in a timely manner)",
    suggestion: dated,
  },
  {
    pattern: "(?:to be (?:confirmed|decided|determined|agreed)|tbc|tbd|lorem ipsum)",
    suggestion: "Decide it, or say who decides and by when.",
  },
  { pattern: "on[- ]?going", suggestion: "Say from when to when." },
  {
    pattern: "(?:world[- ]class|best[- ]in[- ]class|cutting[- ]edge|state[- ]of[- ]the[- ]art|fit for purpose)",
    suggestion: done,
  },
  {
    pattern:
      "(?:leverag(?:e|ed|ing)|synerg(?:y|ies)|holistic(?:ally)?|paradigm|game[- ]chang(?:er|ing)|low[- ]hanging fruit|blue[- ]sky)",
    suggestion: done,
  },
  {
    pattern:
      "(?:joined[- ]up (?:thinking|working|approach)|outside the box|hit the ground running|quick wins?|at pace)",
    suggestion: done,
  },
  {
    pattern: "(?:best practice|embed(?:ded|ding)? good practice)",
    suggestion: "Say which practice, where it was seen, and who takes it up.",
  },
  {
    pattern:
      "(?:monitor(?:ed|ing)? closely|closely monitor(?:ed|ing)?|monitor(?:ed|ing)? the situation|ke(?:ep|pt) under review)",
    suggestion: "Say who looks at what, how often, and what happens then.",
  },
  { pattern: "(?:(?:key|all|relevant) )?stakeholders?", suggestion: "Name them: governors, parents, the headteacher." },
  {
    pattern:
      "(?:a range|a variety|a number) of (?:strategies|interventions|measures|activities|approaches|initiatives)",
    suggestion: "Name them.",
  },
  { pattern: "(?:whatever it takes|no stone unturned)", suggestion: done },
];
