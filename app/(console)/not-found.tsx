import { NotFoundMessage } from "@/components/shell/known-messages";

export default function ConsoleNotFound() {
  return <NotFoundMessage />;
}
