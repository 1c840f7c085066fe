/** English words that say nothing of the matter, folded, and those that open every other title. */
export const stopWords: ReadonlySet<string> = new Set(
  [
    "a about after again all also an and any are around as at back be because been before being",
    "between both but by can could did do does doing done down during each few for from further",
    "get go had has have he her here him his how i if in into is it its just less let like make",
    "may me might more most much must my need no nor not now of off on once one only onto or other",
    "our out over own per put same shall she should so some still such than that the their them",
    "then there these they this those through to too two under until up upon us use very via was",
    "way we were what when where whether which while who whom whose why will with within without",
    "would yet you your",
    "decide decided decision decisions next new year years quarter month day one",
  ]
    .join(" ")
    .split(" "),
);
