import type { Metadata } from "next";
import { Door } from "@/components/sign-in/door";
import { signInLabels } from "@/components/sign-in/labels";
import { WelcomeForm } from "@/components/sign-in/welcome-form";
import { LinkButton } from "@/components/ui/link-button";
import { loadDoor, loadWelcome } from "@/lib/auth/loaders";

export const metadata: Metadata = { title: signInLabels.welcomeTitle };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function WelcomePage({ searchParams }: Props) {
  const { token } = await searchParams;
  const [door, owner] = await Promise.all([
    loadDoor(),
    loadWelcome(typeof token === "string" ? token : undefined),
  ]);
  if (!owner) {
    return (
      <Door cityName={door.cityName} title={signInLabels.overTitle}>
        <p className="mb-6 text-muted">{signInLabels.overText}</p>
        <LinkButton href="/sign-in">{signInLabels.toSignIn}</LinkButton>
      </Door>
    );
  }
  return (
    <Door cityName={door.cityName} title={signInLabels.welcomeTitle}>
      <p className="mb-5 leading-7">
        {signInLabels.welcomeLead(owner.name)}
        <span className="block text-sm text-muted">{owner.email}</span>
      </p>
      <WelcomeForm token={owner.token} email={owner.email} />
    </Door>
  );
}
