import { Component, type ReactNode } from 'react'
import { CrashPage } from './crash-page.tsx'

interface CrashGuardProps {
  readonly children: ReactNode
}

/** Where a screen breaks, the rest goes on. What was confirmed is in the journal and does not depend on any screen. */
export class CrashGuard extends Component<CrashGuardProps, { readonly hasCrashed: boolean }> {
  override readonly state = { hasCrashed: false }

  static getDerivedStateFromError() {
    return { hasCrashed: true }
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children
    return <CrashPage onStartAgain={() => this.setState({ hasCrashed: false })} />
  }
}
