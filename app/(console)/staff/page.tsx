import type { Metadata } from "next";
import { staffLabels } from "@/components/staff/labels";
import { StaffScreen } from "@/components/staff/staff-screen";
import { loadStaff } from "@/lib/auth/loaders";

export const metadata: Metadata = { title: staffLabels.title };

export default async function StaffPage() {
  return <StaffScreen {...(await loadStaff())} />;
}
