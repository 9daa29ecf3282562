"use client";

import { Button } from "@/components/ui/button";
import { detailLabels as t } from "./labels";

export const PrintButton = () => (
  <Button variant="primary" icon="file-text" onPress={() => window.print()}>
    {t.printNow}
  </Button>
);
