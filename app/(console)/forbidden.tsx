import { ForbiddenMessage } from "@/components/shell/known-messages";

export default function ConsoleForbidden() {
  return <ForbiddenMessage />;
}
