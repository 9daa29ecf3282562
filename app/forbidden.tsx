import { ForbiddenMessage } from "@/components/shell/known-messages";

export default function Forbidden() {
  return (
    <main className="flex min-h-dvh flex-col">
      <ForbiddenMessage />
    </main>
  );
}
