package main

import (
	"context"

	"github.com/spf13/cobra"
)

type storing struct{}

func (s *storing) flags(cmd *cobra.Command)               {}
func (s *storing) examine(ctx context.Context) []finding  { return nil }
func ingestCommand(t *terminal) *cobra.Command { return &cobra.Command{Use: "ingest"} }
func queryCommand(t *terminal) *cobra.Command  { return &cobra.Command{Use: "query"} }
func exportCommand(t *terminal) *cobra.Command { return &cobra.Command{Use: "export"} }
func removeCommand(t *terminal) *cobra.Command { return &cobra.Command{Use: "remove"} }
