import { useLocation, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useErrorTitle } from "~/ui/document-title";
import { type FieldErrors, toErrorList } from "~/ui/error-messages";
import { ErrorSummary } from "~/ui/error-summary";
import { NotificationBanner } from "~/ui/notification-banner";
import { PageLayout } from "~/ui/page-layout";
import { PostForm } from "~/ui/post-form";
import { TextButton } from "~/ui/text-button";
import type { RootData } from "./root-data";

type ServicePageProps = {
  children: ReactNode;
  back?: { href: string; text?: string };
  breadcrumbs?: { text: string; href?: string }[];
  width?: "narrow" | "normal" | "wide";
  /** Messages by field; shown together at the top and named in the page's title. */
  errors?: FieldErrors;
  /** Ids to link to where a message's field has another id than its name. */
  errorTargets?: Record<string, string>;
};

/** Every page of the service: header with the person and the menu, what was just done, errors, then the page's own. */
export function ServicePage({ children, back, breadcrumbs, width, errors = {}, errorTargets }: ServicePageProps) {
  const root = useRouteLoaderData<RootData>("root");
  const { pathname } = useLocation();
  const errorList = toErrorList(errors, errorTargets);
  useErrorTitle(errorList.length > 0);
  const account = root?.account && {
    ...root.account,
    href: "/account",
    signOut: (
      <PostForm action="/sign-out" reloadDocument>
        <TextButton>Sign out</TextButton>
      </PostForm>
    ),
  };
  return (
    <PageLayout
      width={width}
      account={account ?? undefined}
      navigation={root?.navigation.map((item) => ({
        ...item,
        current: pathname === item.href ? "page" : pathname.startsWith(`${item.href}/`) ? "section" : undefined,
      }))}
      banner={
        root?.mode === "demonstration"
          ? { tag: "Demonstration", text: "The schools, councils and people that this service began with are made up." }
          : undefined
      }
      back={back}
      breadcrumbs={breadcrumbs}
    >
      {errorList.length > 0 && <ErrorSummary errors={errorList} />}
      {root?.notice && <NotificationBanner success>{root.notice}</NotificationBanner>}
      {children}
    </PageLayout>
  );
}
