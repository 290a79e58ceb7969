import { PageHeading } from "~/ui/page-heading";
import { useRequestId } from "~/ui/request-id-context";
import type { RefusalDetail } from "./refusal-detail";
import { ServicePage } from "./service-page";

const isRefusal = (detail: unknown): detail is RefusalDetail =>
  typeof detail === "object" && detail !== null && "sentence" in detail;

function explain(status: number, detail: unknown) {
  if (isRefusal(detail))
    return (
      <>
        <p className="govuk-body">{detail.sentence}</p>
        {detail.standing && <p className="govuk-body">{detail.standing}</p>}
        {detail.back && (
          <p className="govuk-body">
            <a className="govuk-link" href={detail.back.href}>
              {detail.back.text}
            </a>
          </p>
        )}
      </>
    );
  if (status === 404)
    return (
      <>
        <p className="govuk-body">If you typed the web address, check that it is correct.</p>
        <p className="govuk-body">
          If you pasted the web address, check that you copied all of it. What belongs to another council or school is
          shown only to the people it concerns.
        </p>
      </>
    );
  if (typeof detail === "string" && detail !== "" && status < 500) return <p className="govuk-body">{detail}</p>;
  return <Fault />;
}

function Fault() {
  const requestId = useRequestId();
  return (
    <>
      <p className="govuk-body">Try again in a few minutes. Nothing that was saved before is lost.</p>
      {requestId && (
        <p className="govuk-body">
          If you report the problem, give its reference: <strong>{requestId}</strong>
        </p>
      )}
    </>
  );
}

export function ErrorPage({ status, title, detail }: { status: number; title: string; detail: unknown }) {
  return (
    <ServicePage width="narrow">
      <PageHeading>{title}</PageHeading>
      {explain(status, detail)}
      <p className="govuk-body">
        <a className="govuk-link" href="/">
          Go to your home page
        </a>
      </p>
    </ServicePage>
  );
}
