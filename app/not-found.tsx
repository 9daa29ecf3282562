import { NotFoundMessage } from "@/components/shell/known-messages";

export default function NotFound() {
  return (
    <main className="flex min-h-dvh flex-col">
      <NotFoundMessage />
    </main>
  );
}
