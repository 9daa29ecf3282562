import { ForbiddenMessage, RolelessMessage } from "@/components/shell/known-messages";
import { loadRefusal } from "@/lib/auth/loaders";

export default async function Forbidden() {
  const { roleless } = await loadRefusal();
  return (
    <main className="flex min-h-dvh flex-col">{roleless ? <RolelessMessage /> : <ForbiddenMessage />}</main>
  );
}
