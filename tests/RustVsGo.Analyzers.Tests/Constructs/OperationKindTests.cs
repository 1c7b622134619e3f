using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>Every kind of operation that Roslyn knows has its place in the lowering; one that a newer Roslyn adds is found here.</summary>
public sealed partial class OperationKindTests
{
    // What the lowering looks at under its own interface.
    private static readonly HashSet<string> s_lowered =
    [
        "AnonymousObjectCreation", "ArrayCreation", "ArrayElementReference", "ArrayInitializer", "Argument", "Await", "Binary", "BinaryPattern",
        "CollectionExpression", "CompoundAssignment", "ConstantPattern", "Conversion", "DeclarationExpression", "DeclarationPattern",
        "DeconstructionAssignment", "Decrement", "DefaultValue", "DelegateCreation", "Discard", "DiscardPattern", "EventAssignment",
        "EventReference", "ExpressionStatement", "FieldReference", "FlowAnonymousFunction", "FlowCapture", "FlowCaptureReference",
        "ImplicitIndexerReference", "Increment", "InstanceReference", "Invocation", "IsNull", "IsPattern", "ListPattern", "Literal",
        "LocalReference", "MethodReference", "NameOf", "NegatedPattern", "ObjectCreation", "ParameterReference", "Parenthesized",
        "PropertyReference", "RecursivePattern", "RelationalPattern", "Return", "SimpleAssignment", "SizeOf", "SlicePattern", "Spread",
        "Tuple", "TupleBinary", "TypeOf", "Unary", "With", "YieldReturn",
    ];

    // What the control flow graph takes apart: its parts are what arrives.
    private static readonly HashSet<string> s_takenApart =
    [
        "AnonymousFunction", "Block", "Branch", "CaseClause", "CatchClause", "Coalesce", "CoalesceAssignment", "CollectionElementInitializer",
        "Conditional", "ConditionalAccess", "ConditionalAccessInstance", "ConstructorBody", "ConstructorBodyOperation", "Empty", "End",
        "FieldInitializer", "InterpolatedStringAppendFormatted", "InterpolatedStringAppendInvalid", "InterpolatedStringAppendLiteral",
        "Labeled", "LocalFunction", "Lock", "Loop", "MemberInitializer", "MethodBody", "MethodBodyOperation", "ObjectOrCollectionInitializer",
        "ParameterInitializer", "PropertyInitializer", "PropertySubpattern", "Stop", "Switch", "SwitchCase", "SwitchExpression",
        "SwitchExpressionArm", "Throw", "TranslatedQuery", "Try", "Using", "UsingDeclaration", "VariableDeclaration",
        "VariableDeclarationGroup", "VariableDeclarator", "VariableInitializer", "YieldBreak",
    ];

    // What is a use of its operands and nothing more, on purpose.
    private static readonly HashSet<string> s_usesItsOperands =
    [
        "AddressOf", "Attribute", "CaughtException", "CollectionExpressionElementsPlaceholder", "DynamicIndexerAccess", "DynamicInvocation",
        "DynamicMemberReference", "DynamicObjectCreation", "FunctionPointerInvocation", "InlineArrayAccess", "InterpolatedString",
        "InterpolatedStringAddition", "InterpolatedStringHandlerArgumentPlaceholder", "InterpolatedStringHandlerCreation",
        "InterpolatedStringText", "Interpolation", "Invalid", "IsType", "None", "OmittedArgument", "Range", "StaticLocalInitializationSemaphore",
        "TypeParameterObjectCreation", "TypePattern", "Utf8String",
    ];

    // Of Visual Basic.
    private static readonly HashSet<string> s_otherLanguage = ["RaiseEvent", "ReDim", "ReDimClause"];

    // Other names of kinds above.
    private static readonly HashSet<string> s_otherNames = ["BinaryOperator", "TupleBinaryOperator", "UnaryOperator"];

    [Fact]
    public void Every_kind_of_operation_has_its_place()
    {
        var known = s_lowered.Concat(s_takenApart).Concat(s_usesItsOperands).Concat(s_otherLanguage).Concat(s_otherNames).ToList();

        Assert.Equal(known.Count, known.Distinct().Count());
        Assert.Empty(Enum.GetNames<OperationKind>().Except(known));
    }

    [Fact]
    public void What_the_lowering_is_said_to_know_it_names()
    {
        var named = NamesInTheLowering();

        Assert.DoesNotContain(s_lowered, kind => !named.Contains(Interface(kind)));
    }

    [Fact]
    public void What_only_uses_its_operands_is_not_named_by_the_lowering()
    {
        var named = NamesInTheLowering();

        Assert.DoesNotContain(s_usesItsOperands, kind => named.Contains(Interface(kind)));
    }

    private static string Interface(string kind) => kind switch
    {
        "Increment" or "Decrement" => "IncrementOrDecrement",
        "YieldReturn" => "Return",
        _ => kind,
    };

    private static HashSet<string> NamesInTheLowering() =>
        [.. Directory.EnumerateFiles(RepositoryRoot.Combine("src", "RustVsGo.Borrowck", "Lowering"), "*.cs")
            .SelectMany(file => Name().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)];

    [GeneratedRegex(@"\bI([A-Z]\w*)Operation\b|\bLightup\.(\w+)")]
    private static partial Regex Name();
}
