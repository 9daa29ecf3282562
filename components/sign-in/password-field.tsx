"use client";

import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { TextField, type TextFieldProps } from "@/components/ui/text-field";
import { signInLabels } from "./labels";

/** Can be pasted into and looked at: both help people choose longer ones. */
export function PasswordField(props: Omit<TextFieldProps, "type" | "suffix">) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? "text" : "password"}
      autoCapitalize="none"
      spellCheck={false}
      suffix={
        <IconButton
          icon={shown ? "eye-off" : "eye"}
          label={shown ? signInLabels.hide : signInLabels.show}
          onPress={() => setShown(!shown)}
          placement="top"
          size="sm"
        />
      }
    />
  );
}
