import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";

/** A page that only says something: not found, not allowed, failed. */
export function MessagePage({
  icon,
  title,
  text,
  children,
}: {
  icon: IconName;
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <div className="mx-auto flex w-full max-w-xl flex-1 flex-col items-start justify-center gap-3 px-6 py-16">
      <span className="grid size-14 place-items-center rounded-full bg-sunken text-muted">
        <Icon name={icon} size={28} />
      </span>
      <h1 className="text-2xl font-bold leading-9">{title}</h1>
      <p className="text-muted">{text}</p>
      <div className="mt-2 flex flex-wrap gap-3">{children}</div>
    </div>
  );
}
