/** The form that the facilitator's primary button submits. */
export const concludeForm = "conclude";
