import type { Metadata } from "next";
import { Door } from "@/components/sign-in/door";
import { signInLabels } from "@/components/sign-in/labels";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { loadDoor, loadSignIn } from "@/lib/auth/loaders";
import { DEMO_PASSWORD, demoAccounts } from "@/lib/demo/accounts";

export const metadata: Metadata = { title: signInLabels.title };

type Props = { searchParams: Promise<{ next?: string | string[]; out?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next, out } = await searchParams;
  const [door, here] = await Promise.all([
    loadDoor(),
    loadSignIn(typeof next === "string" ? next : undefined),
  ]);
  const demo = here.demoCity ? demoAccounts(here.demoCity) : [];
  return (
    <Door cityName={door.cityName} title={signInLabels.title} wide={demo.length > 0}>
      {out && (
        <Notice tone="success" live="status" className="mb-5">
          {signInLabels.signedOut}
        </Notice>
      )}
      <SignInForm
        next={here.next}
        demo={demo.map(({ email, post }) => ({ email, post, password: DEMO_PASSWORD }))}
      />
    </Door>
  );
}
