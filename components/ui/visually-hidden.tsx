import type { ComponentProps } from "react";

/** Spoken, not seen. */
export const VisuallyHidden = (props: ComponentProps<"span">) => <span {...props} className="sr-only" />;
