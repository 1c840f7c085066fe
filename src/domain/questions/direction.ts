import * as v from "valibot";
import { QuestionList } from "./question.ts";

/** One direction for a technology before its first decision: purpose, approach, value. */
export const direction: QuestionList = v.parse(QuestionList, {
  id: "direction",
  name: "Direction",
  questions: [
    {
      id: "purpose",
      text: "What is this technology for here, and what is it not for?",
      why: "Functions that each follow a purpose of their own buy the same thing twice and build things that do not meet. Say in a sentence what it is for, and name one use it is not meant for.",
      audience: "all",
      minutes: 6,
      asks: [{ kind: "text" }],
    },
    {
      id: "first-outcome",
      text: "Which outcome comes first, measured by what?",
      why: "A direction without a first measure is a wish. Name the one measure that is to move first, from where to where and by when, so that later decisions can be held against it.",
      audience: "all",
      minutes: 6,
      asks: [{ kind: "goal" }],
    },
    {
      id: "approach",
      text: "Do we build, buy or partner, and why?",
      why: "The approach decides who must learn what and whom we depend on. It is cheaper to disagree about it once and here than in every purchase that follows.",
      audience: "drivers",
      minutes: 6,
      asks: [
        {
          kind: "choice",
          options: [
            { id: "build", label: "Build", meaning: "Our own people make it and keep it." },
            { id: "buy", label: "Buy", meaning: "We take what is on the market as it is." },
            { id: "partner", label: "Partner", meaning: "We shape it with somebody who has it." },
          ],
        },
        { kind: "text" },
      ],
    },
    {
      id: "limits",
      text: "Which risk must somebody show us before we go further?",
      why: "A direction holds until the first surprise. Name the risk that nobody here can judge yet, and who could see it, so that it is looked at before much is spent and not after.",
      audience: "all",
      minutes: 6,
      asks: [{ kind: "risk" }],
    },
    {
      id: "value",
      text: "Who gains from it, and how sure are we?",
      why: "Value that nobody is named for is claimed by everybody and delivered by nobody. Say who gains what, and rate how sure we are today; what would raise it by one is the next thing to find out.",
      audience: "all",
      minutes: 5,
      asks: [{ kind: "scale", low: "It is a guess", high: "We have seen it" }, { kind: "text" }],
    },
    {
      id: "rights-within",
      text: "Which decisions may functions take alone within this direction?",
      why: "A direction is worth having when most decisions need no table any more. Name one kind of decision, who takes it alone, up to which limit, and where it goes beyond.",
      audience: "drivers",
      minutes: 6,
      asks: [{ kind: "rights" }],
    },
  ],
});
