import { useNavigation } from "@remix-run/react";
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";

/**
 * Sends its form and says so while it is on its way. It is not disabled: pressing twice is harmless, the
 * same command id gets the same answer.
 */
export function SubmitButton({ children, ...props }: ComponentProps<typeof Button>) {
  const { t } = useTranslation();
  const navigation = useNavigation();
  const sent = navigation.formData?.get("intent");
  const isOurs = navigation.state !== "idle" && navigation.formMethod === "POST";
  const busy = isOurs && (props.value === undefined || sent === props.value);
  return (
    <Button {...props} busy={busy}>
      {busy ? t("form.sending") : children}
    </Button>
  );
}
