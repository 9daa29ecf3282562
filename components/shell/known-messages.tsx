import { LinkButton } from "@/components/ui/link-button";
import { shellLabels } from "./labels";
import { MessagePage } from "./message-page";

const ToToday = () => (
  <LinkButton href="/" variant="primary">
    {shellLabels.toToday}
  </LinkButton>
);

export const NotFoundMessage = () => (
  <MessagePage icon="signpost" {...shellLabels.notFound}>
    <ToToday />
  </MessagePage>
);

export const ForbiddenMessage = () => (
  <MessagePage icon="lock" {...shellLabels.forbidden}>
    <ToToday />
  </MessagePage>
);
