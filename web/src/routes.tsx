/** Where everything is; each part's code comes when it is first opened. */
import { lazy } from 'react';
import { createBrowserRouter } from 'react-router';
import { Home } from './portal/Home.js';
import { CATALOGUE_KEEPERS, CREDIT_DESKS, PAYERS } from './shared/shell/Header.js';
import { NotFound } from './shared/shell/NotFound.js';
import { PublicShell } from './shared/shell/PublicShell.js';
import { RouteProblem } from './shared/shell/RouteProblem.js';
import { SignedIn, WithPost } from './shared/shell/SignInNeeded.js';
import { Start } from './shared/shell/Start.js';
import { supervisionRoutes } from './supervision/routes.js';

const ItemPage = lazy(() => import('./portal/ItemPage.js'));
const SituationPage = lazy(() => import('./portal/SituationPage.js'));
const dayPage = () => import('./day/DayPage.js');
const DayPage = lazy(dayPage);
const DraftPages = lazy(() => import('./portal/DraftPages.js'));
const FormPage = lazy(() => import('./portal/FormPage.js'));
const MaterialsPage = lazy(() => import('./portal/MaterialsPage.js'));
const CheckPage = lazy(() => import('./portal/CheckPage.js'));
const ReceiptPage = lazy(() => import('./portal/ReceiptPage.js'));
const CasesPage = lazy(() => import('./portal/CasesPage.js'));
const CasePage = lazy(() => import('./portal/CasePage.js'));
const CorrectionPage = lazy(() => import('./portal/CorrectionPage.js'));
const ChoosePost = lazy(() => import('./shared/shell/ChoosePost.js'));
const staffShell = () => import('./shared/shell/StaffShell.js');
const StaffShell = lazy(staffShell);
const workbench = () => import('./workbench/Workbench.js');
const Workbench = lazy(workbench);
const Incidents = lazy(() => import('./workbench/incidents/Incidents.js'));
const OrderSheet = lazy(() => import('./supervision/OrderSheet.js'));
const Duties = lazy(() => import('./supervision/Duties.js'));
const Copies = lazy(() => import('./workbench/Copies.js'));
const Deputies = lazy(() => import('./workbench/Deputies.js'));
const StaffCase = lazy(() => import('./workbench/StaffCase.js'));
const ProcessList = lazy(() => import('./designer/ProcessList.js'));
const TimerStarts = lazy(() => import('./designer/TimerStarts.js'));
const AdapterBindings = lazy(() => import('./designer/AdapterBindings.js'));
const Designer = lazy(() => import('./designer/Designer.js'));
const Benefits = lazy(() => import('./benefits/Benefits.js'));
const BenefitListPage = lazy(() => import('./benefits/BenefitListPage.js'));
const OfficialDocuments = lazy(() => import('./official-documents/OfficialDocuments.js'));
const Archives = lazy(() => import('./archives/Archives.js'));
const VerifyPage = lazy(() => import('./portal/VerifyPage.js'));
const DocumentPage = lazy(() => import('./portal/DocumentPage.js'));
const CreditPage = lazy(() => import('./portal/CreditPage.js'));
const AuthorisationsPage = lazy(() => import('./authorisations/AuthorisationsPage.js'));
const PaperAuthorisationPage = lazy(() => import('./authorisations/PaperAuthorisationPage.js'));
const SessionsPage = lazy(() => import('./portal/SessionsPage.js'));
const NotificationsPage = lazy(() => import('./notifications/NotificationsPage.js'));
const LicencesPage = lazy(() => import('./portal/LicencesPage.js'));
const CreditDesk = lazy(() => import('./credit/CreditDesk.js'));
const WindowPage = lazy(() => import('./window/WindowPage.js'));
const CollectionReceipt = lazy(() => import('./window/CollectionReceipt.js'));
const DeliveriesPage = lazy(() => import('./window/DeliveriesPage.js'));
const PapersPage = lazy(() => import('./window/PapersPage.js'));
const Catalogue = lazy(() => import('./catalogue/Catalogue.js'));
const Laws = lazy(() => import('./catalogue/Laws.js'));
const ItemEditor = lazy(() => import('./catalogue/ItemEditor.js'));
const DecisionList = lazy(() => import('./decisions/DecisionList.js'));
const Migration = lazy(() => import('./interventions/Migration.js'));
const CalendarPage = lazy(() => import('./calendar/CalendarPage.js'));
const ClockRules = lazy(() => import('./calendar/ClockRules.js'));
const BringingOver = lazy(() => import('./case-import/BringingOver.js'));
const Operations = lazy(() => import('./operations/Operations.js'));
const Audit = lazy(() => import('./audit/Audit.js'));
const Organisations = lazy(() => import('./register/Organisations.js'));
const Staff = lazy(() => import('./register/Staff.js'));
const StaffPage = lazy(() => import('./register/StaffPage.js'));
const Authorities = lazy(() => import('./register/Authorities.js'));
const Changes = lazy(() => import('./register/Changes.js'));
const NotificationTexts = lazy(() => import('./notifications/Texts.js'));
const SearchWords = lazy(() => import('./search/SearchWords.js'));
const FormList = lazy(() => import('./form-editor/FormList.js'));
const FormEditor = lazy(() => import('./form-editor/FormEditor.js'));
const DecisionDesigner = lazy(() => import('./decisions/DecisionDesigner.js'));

/** Where staff begin: the frame and the page come together, not the one after the other. */
const FIRST: Readonly<Record<string, () => Promise<unknown>>> = {
  workbench,
  day: dayPage,
};
const first = FIRST[window.location.pathname.split('/')[1] ?? ''];
// What fails here fails again, and is told, where it is shown.
if (first) void Promise.allSettled([staffShell(), first()]);

export const router = createBrowserRouter([
  {
    element: <PublicShell />,
    errorElement: <RouteProblem />,
    children: [
      { path: '/', element: <Home /> },
      { path: '/start', element: <Start /> },
      { path: '/items/:code', element: <ItemPage /> },
      { path: '/verify', element: <VerifyPage /> },
      { path: '/verify/:code', element: <VerifyPage /> },
      {
        element: <SignedIn />,
        children: [
          { path: '/items/:code/apply', element: <SituationPage /> },
          {
            path: '/drafts/:id',
            element: <DraftPages />,
            children: [
              { index: true, element: <FormPage /> },
              { path: 'materials', element: <MaterialsPage /> },
              { path: 'check', element: <CheckPage /> },
            ],
          },
          { path: '/cases', element: <CasesPage /> },
          { path: '/cases/:number', element: <CasePage /> },
          { path: '/cases/:number/receipt', element: <ReceiptPage /> },
          { path: '/cases/:number/documents/:id', element: <DocumentPage /> },
          { path: '/cases/:number/correction', element: <CorrectionPage /> },
          { path: '/credit', element: <CreditPage /> },
          { path: '/licences', element: <LicencesPage /> },
          { path: '/sessions', element: <SessionsPage /> },
          { path: '/authorisations', element: <AuthorisationsPage /> },
          { path: '/notifications', element: <NotificationsPage /> },
          { path: '/choose-post', element: <ChoosePost /> },
        ],
      },
      { path: '*', element: <NotFound /> },
    ],
  },
  {
    element: <StaffShell />,
    errorElement: <RouteProblem />,
    children: [
      {
        element: <WithPost />,
        children: [
          { path: '/day', element: <DayPage /> },
          { path: '/workbench', element: <Workbench /> },
          { path: '/workbench/incidents', element: <Incidents /> },
          { path: '/duties', element: <Duties /> },
          { path: '/order-sheets/:id', element: <OrderSheet /> },
          { path: '/workbench/copies', element: <Copies /> },
          { path: '/workbench/deputies', element: <Deputies /> },
          { path: '/workbench/cases/:number', element: <StaffCase /> },
          { path: '/workbench/:view', element: <Workbench /> },
          { path: '/workbench/:view/:task', element: <Workbench /> },
        ],
      },
      {
        element: <WithPost roles={['supervisor', 'admin']} />,
        children: supervisionRoutes,
      },
      {
        element: <WithPost roles={['window']} />,
        children: [
          { path: '/window', element: <WindowPage /> },
          { path: '/window/receipts/:number', element: <CollectionReceipt /> },
          { path: '/window/authorisations', element: <PaperAuthorisationPage /> },
        ],
      },
      {
        element: <WithPost roles={['window', ...CREDIT_DESKS]} />,
        children: [{ path: '/deliveries', element: <DeliveriesPage /> }],
      },
      {
        element: <WithPost roles={CREDIT_DESKS} />,
        children: [
          { path: '/credit-desk', element: <CreditDesk /> },
          { path: '/incoming-papers', element: <PapersPage /> },
        ],
      },
      {
        element: <WithPost roles={['admin', 'archivist']} />,
        children: [{ path: '/archives', element: <Archives /> }],
      },
      {
        element: <WithPost roles={['auditor']} />,
        children: [{ path: '/audit', element: <Audit /> }],
      },
      {
        element: <WithPost roles={CATALOGUE_KEEPERS} />,
        children: [
          { path: '/catalogue', element: <Catalogue /> },
          { path: '/legal-bases', element: <Laws /> },
          { path: '/catalogue/:code', element: <ItemEditor /> },
        ],
      },
      {
        element: <WithPost roles={PAYERS} />,
        children: [
          { path: '/benefits', element: <Benefits /> },
          { path: '/benefits/:id', element: <BenefitListPage /> },
        ],
      },
      {
        element: <WithPost roles={['admin', 'county-admin']} />,
        children: [
          { path: '/organisations', element: <Organisations /> },
          { path: '/organisations/:id', element: <Organisations /> },
          { path: '/staff', element: <Staff /> },
          { path: '/staff/:person', element: <StaffPage /> },
          { path: '/authorities', element: <Authorities /> },
          { path: '/register-changes', element: <Changes /> },
        ],
      },
      {
        element: <WithPost roles={['admin']} />,
        children: [
          { path: '/official-documents', element: <OfficialDocuments /> },
          { path: '/designer', element: <ProcessList /> },
          { path: '/designer/:process', element: <Designer /> },
          { path: '/designer/:process/migration', element: <Migration /> },
          { path: '/calendar', element: <CalendarPage /> },
          { path: '/calendar/:year', element: <CalendarPage /> },
          { path: '/clock-rules', element: <ClockRules /> },
          { path: '/bringing-over', element: <BringingOver /> },
          { path: '/operations', element: <Operations /> },
          { path: '/timer-starts', element: <TimerStarts /> },
          { path: '/adapter-bindings', element: <AdapterBindings /> },
          { path: '/search-words', element: <SearchWords /> },
          { path: '/notification-texts', element: <NotificationTexts /> },
          { path: '/forms', element: <FormList /> },
          { path: '/forms/:form', element: <FormEditor /> },
          { path: '/decisions', element: <DecisionList /> },
          { path: '/decisions/:file', element: <DecisionDesigner /> },
        ],
      },
    ],
  },
]);
