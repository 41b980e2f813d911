"""The stage: what runs where, the cast, worlds, the clock and explanations.

Nothing here is imitated: the stage is Proefloket's own, for those who rehearse.  Its control API lies
under ``/_mock`` at the root; its page at ``/`` says what runs where and signs a personage in with one click.
"""
