/** One line of the account menu and of the side bar's foot. */
export const ACCOUNT_ROW =
  "flex min-h-10 w-full items-center gap-2.5 rounded-6 px-2 text-start hover:bg-hover pointer-coarse:min-h-11";
