import { buttonStyle } from "@/components/ui/button-style";
import { LinkButton } from "@/components/ui/link-button";
import { shellLabels } from "./labels";
import { MessagePage } from "./message-page";
import { SignOutForm } from "./sign-out-form";

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

/** For people whom no page is open to: the way to today would only lead back here. */
export const RolelessMessage = () => (
  <MessagePage icon="lock" {...shellLabels.roleless}>
    <SignOutForm className={buttonStyle()} />
  </MessagePage>
);
