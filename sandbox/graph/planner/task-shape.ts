import * as v from "valibot";

const Moment = v.nullable(
  v.pipe(v.string(), v.isoTimestamp("it is no moment like 2026-10-01T12:00:00Z.")),
);
/** Null takes somebody off the task. */
const Assignment = v.nullable(
  v.strictObject({
    "@odata.type": v.pipe(
      v.string(),
      v.regex(/^#?microsoft\.graph\.plannerAssignment$/, "it has to say that it is an assignment."),
    ),
    orderHint: v.string(),
  }),
);
const changeable = {
  bucketId: v.optional(v.nullable(v.string())),
  dueDateTime: v.optional(Moment),
  startDateTime: v.optional(Moment),
  percentComplete: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
  priority: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))),
  assignments: v.optional(v.record(v.string(), Assignment)),
  appliedCategories: v.optional(
    v.record(v.pipe(v.string(), v.regex(/^category\d{1,2}$/)), v.nullable(v.boolean())),
  ),
  assigneePriority: v.optional(v.string()),
  orderHint: v.optional(v.string()),
  conversationThreadId: v.optional(v.nullable(v.string())),
};
const Title = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

/** A new task. @see https://learn.microsoft.com/graph/api/planner-post-tasks */
export const NewTask = v.strictObject({ planId: v.string(), title: Title, ...changeable });
/** What may be changed of a task; it cannot move to another plan. */
export const ChangedTask = v.strictObject({ title: v.optional(Title), ...changeable });

const Reference = v.nullable(
  v.strictObject({
    "@odata.type": v.pipe(
      v.string(),
      v.regex(/^#?microsoft\.graph\.plannerExternalReference$/, "it has to say what it is."),
    ),
    alias: v.optional(v.nullable(v.string())),
    type: v.optional(v.string()),
    previewPriority: v.optional(v.string()),
  }),
);
const ChecklistItem = v.nullable(
  v.strictObject({
    "@odata.type": v.pipe(
      v.string(),
      v.regex(/^#?microsoft\.graph\.plannerChecklistItem$/, "it has to say what it is."),
    ),
    title: v.optional(v.pipe(v.string(), v.maxLength(100))),
    isChecked: v.optional(v.boolean()),
    orderHint: v.optional(v.string()),
  }),
);
/** An address as a property's name: what OData would trip over is percent-encoded. */
const EncodedUrl = v.pipe(
  v.string(),
  v.regex(/^https?%3A\/\/[^.:@#]+$/i, "in an address %, ., :, @ and # are percent-encoded."),
);

/** What may be changed of a task's details. @see https://learn.microsoft.com/graph/api/plannertaskdetails-update */
export const ChangedDetails = v.strictObject({
  description: v.optional(v.nullable(v.string())),
  previewType: v.optional(
    v.picklist(["automatic", "noPreview", "checklist", "description", "reference"]),
  ),
  references: v.optional(v.record(EncodedUrl, Reference)),
  checklist: v.optional(v.record(v.string(), ChecklistItem)),
});
