/** Said on the delivery channel when calls that have not begun should not be made. */
export const HALT = "halt";
