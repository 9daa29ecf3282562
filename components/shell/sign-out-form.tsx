import { Icon } from "@/components/ui/icon";
import { ACCOUNT_ROW } from "./account-row";
import { shellLabels } from "./labels";

export function SignOutForm({ className = `${ACCOUNT_ROW} gap-2.5 px-2` }: { className?: string }) {
  return (
    <form action="/api/auth/sign-out" method="post">
      <button type="submit" className={className}>
        <Icon name="log-out" className="text-muted" />
        {shellLabels.signOut}
      </button>
    </form>
  );
}
