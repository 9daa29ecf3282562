/** One line of the account menu and of the side bar's foot. */
export const ACCOUNT_ROW =
  "flex min-h-10 w-full items-center rounded-6 text-start hover:bg-hover pointer-coarse:min-h-11";
