import { ruleSentence } from "#domain/deciding/rule-sentence.ts";
import type { Rule } from "#domain/deciding/rule.ts";
import { driverSeats, presentDrivers } from "#domain/table/seating.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { RuleChoice } from "#surfaces/shared/rule/rule-choice.tsx";
import { methodWords, quorumWords } from "#surfaces/shared/rule/rule-words.ts";
import { Card } from "./card.tsx";
import styles from "./rule-card.module.css";

/** The rule, fixed before anybody takes a stance; its sentence forms as you choose. */
export function RuleCard() {
  const { meeting, tell } = usePreparing();
  const { rule, seats, presence } = meeting;
  const drivers = driverSeats(seats);
  const method = methodWords.find(({ id }) => id === rule.method)?.label ?? "";
  const announce = useAnnounce();
  const sentenceOf = (said: Rule) =>
    ruleSentence(said, {
      entitled: drivers.filter(({ seat }) => seat.person !== undefined).length,
      present: presentDrivers(seats, presence).length,
    });

  function choose(chosen: Rule): void {
    if (tell({ kind: "rule-chosen", rule: chosen })) announce(sentenceOf(chosen));
  }

  return (
    <Card
      id="rule"
      number={5}
      name="How we will decide"
      summary={`${method} · quorum: ${quorumWords(rule.quorum)}`}
      isMissing={false}
      kinds={["rule-chosen"]}
    >
      <RuleChoice
        legend="Method"
        layout="rows"
        rule={rule}
        drivers={drivers.length}
        onChoose={choose}
      />
      <p className={styles.sentence}>{sentenceOf(rule)}</p>
    </Card>
  );
}
