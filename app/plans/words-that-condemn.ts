/** Words that judge where a plan should say what was seen, each with what to write instead. */
type CondemningWords = { pattern: string; suggestion: string };

const people =
  "(?:school|schools|pupils?|child|children|kids?|boys?|girls?|parents?|mothers?|fathers?|famil(?:y|ies)|teachers?|staff|heads?|headteachers?|leaders?|leadership|governors?)";

const whatWasSeen = "Say what was seen or measured, where and when.";

// Patterns are put between word boundaries and read without regard to case; an apostrophe stands for both kinds.
export const wordsThatCondemn: readonly CondemningWords[] = [
  { pattern: "failing(?! that\\b)", suggestion: "Say the figure, such as “below the floor of 55%”, or “did not”." },
  { pattern: `failed ${people}`, suggestion: "Say the figure, such as “below the floor of 55%”." },
  { pattern: `${people} (?:is|was|are|were) (?:a|an|total|complete|utter) failures?`, suggestion: whatWasSeen },
  { pattern: "(?:total|complete|utter) failure", suggestion: whatWasSeen },
  { pattern: "sink (?:schools?|estates?)", suggestion: "Describe the intake in figures." },
  {
    pattern: "(?:bog[- ]standard|dumping ground|basket case|no[- ]hopers?|hopeless|useless|worthless)",
    suggestion: whatWasSeen,
  },
  { pattern: "(?:incompetent|incompetence|feckless|lazy|laziness|stupid|clueless)", suggestion: whatWasSeen },
  { pattern: `(?:bad|terrible|awful|rotten) ${people}`, suggestion: whatWasSeen },
  { pattern: "(?:bad|poor) parenting", suggestion: "Say what the school asks of parents, and how many answered." },
  { pattern: "(?:disgraceful|shameful|appalling|dreadful|abysmal|atrocious|pathetic)", suggestion: whatWasSeen },
  {
    pattern: "problem (?:schools?|famil(?:y|ies)|parents?|child|children|pupils?)",
    suggestion: "Say what the difficulty is.",
  },
  {
    pattern: "(?:broken homes?|chaotic (?:homes?|famil(?:y|ies)|households?|parents?)|dysfunctional famil(?:y|ies))",
    suggestion: "Say which support families had, and how many.",
  },
  {
    pattern: "rough (?:area|areas|estate|estates|kids|families)",
    suggestion: "Describe the area in figures, such as free school meals.",
  },
  {
    pattern:
      "(?:naughty|feral|unteachable|uneducable|ineducable|out of control) (?:pupils?|child|children|kids|boys?|girls?)",
    suggestion: "Say what happened, how often and when.",
  },
  {
    pattern: "(?:troublemakers?|yobs?|thugs?|hooligans?|delinquents?)",
    suggestion: "Say what happened, how often and when.",
  },
  {
    pattern: "(?:thick|dim|dumb|backward|slow) (?:pupils?|child|children|kids|boys?|girls?)",
    suggestion: "Write “pupils with low prior attainment” and how many they are.",
  },
  {
    pattern:
      "(?:slow learners?|low[- ]ability (?:pupils?|child|children|kids|intake|cohort)|remedial (?:pupils?|child|children))",
    suggestion: "Write “pupils with low prior attainment” and how many they are.",
  },
  {
    pattern: "weak (?:pupils?|child|children|kids|teachers?|heads?|headteachers?|staff|leaders?|governors?)",
    suggestion: "Say in what, and how you know: “in problems in words, 12 of 30 pupils …”.",
  },
  { pattern: "worst[- ](?:performing|schools?|teachers?|pupils?|class)", suggestion: "Say the figure and the year." },
  { pattern: "(?:write|writes|written|writing) off", suggestion: "Say what was decided and why." },
  { pattern: `${people} (?:is|are|was|were) to blame`, suggestion: "Say what caused it, with the evidence." },
  {
    pattern: "(?:handicapped|retarded|subnormal|illiterate)",
    suggestion: "Say which need it is, and how many pupils have it.",
  },
];
