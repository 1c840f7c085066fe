import { meetingOf } from "#domain/fold/resuming.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { QuestionList } from "#domain/questions/question.ts";
import { may } from "#domain/rights/judge.ts";
import type { DecisionRegister, Drafts, Roster, StandingRoles } from "#flows/ports.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useState } from "react";
import { isFramed } from "./cards/decision-card.tsx";
import type { Preparing, Spot } from "./preparing.ts";
import { useRoster } from "./use-roster.ts";

interface ToPrepare {
  readonly roster: Roster;
  readonly meetingInfo: MeetingInfo;
  readonly register: DecisionRegister;
  readonly drafts: Drafts;
  readonly openLink: (url: string) => void;
  readonly now: () => number;
  readonly newId: () => string;
  readonly standingRoles?: StandingRoles | undefined;
  readonly questionLists: readonly QuestionList[];
}

/** The preparation as its parts share it: the meeting, what is open, and how to say something. */
export function usePreparation(ports: ToPrepare): Preparing {
  const { picture, say } = useMeeting();
  const { meeting, me, clockOffsetMs } = picture;
  const roster = useRoster(ports.roster, infoOf(ports.meetingInfo, meeting), ports.now);
  const [refused, setRefused] = useState<Preparing["refused"]>();
  // The first card with something missing is open when the page opens; from then on people choose.
  const [spot, setSpot] = useState<Spot | undefined>(() => firstMissing(meeting));
  const serverNow = () => ports.now() + clockOffsetMs;
  const sample: DecisionEvent = { kind: "rule-chosen", rule: meeting.rule };

  return {
    me,
    meeting,
    canPrepare: may(meeting, me.id, sample, serverNow()) === undefined,
    roster,
    standingRoles: ports.standingRoles,
    questionLists: ports.questionLists,
    register: ports.register,
    drafts: ports.drafts,
    openLink: ports.openLink,
    newId: ports.newId,
    serverNow,
    spot,
    goTo: setSpot,
    tell(event) {
      const said = say(event);
      setRefused(said.ok ? undefined : { kind: event.kind, why: said.refusal });
      return said.ok;
    },
    refused,
  };
}

function firstMissing(meeting: Meeting): Spot | undefined {
  if (!isFramed(meeting.frame)) return { card: "decision" };
  if (meeting.gate === undefined) return { card: "gate" };
  return meeting.status === "in-session" ? undefined : { card: "table" };
}

/** What this tab knows of the meeting, else what whoever opened the decision knew. */
function infoOf(ours: MeetingInfo, meeting: Meeting): MeetingInfo {
  return ours.startsAtMs === undefined ? (meetingOf(meeting) ?? ours) : ours;
}
